import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { ApiProblem } from '../../api.ts';

/** A change of units: reads everything again that hangs on them, and says so. */
export function useUnitChange<I, O>(
  send: (input: I) => Promise<O>,
  said: string,
  after: (answer: O) => void,
): UseMutationResult<O, ApiProblem, I> {
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation<O, ApiProblem, I>({
    mutationFn: send,
    onSuccess: async (answer) => {
      after(answer);
      await queries.invalidateQueries();
      message.success(said);
    },
  });
}
