import { activityFacts, activityProblems } from '../activities/facts.ts';
import type { AgencyLevel } from '../agencies/agency.ts';
import { ticketFacts, ticketProblems } from '../hotline/facts.ts';
import { administrativeFacts, administrativeProblems } from '../publishing/administrativeFacts.ts';
import { documentFacts, documentProblems } from '../publishing/documentFacts.ts';
import { itemFacts, publicationFacts, publicationProblems } from '../publishing/facts.ts';
import type { RegisterRecord } from '../registers/record.ts';
import type { RegisterKey } from '../registers/register.ts';
import { remedyFacts, remedyProblems } from '../remedies/facts.ts';
import { requestFacts, requestProblems } from '../requests/facts.ts';
import type { FactContext } from './context.ts';
import type { Fact } from './fact.ts';
import type { Problem } from './problem.ts';

const FACTS = {
  requests: requestFacts,
  items: itemFacts,
  publications: publicationFacts,
  normativeDocuments: documentFacts,
  administrative: administrativeFacts,
  remedies: remedyFacts,
  tickets: ticketFacts,
  activities: activityFacts,
  problems: () => [],
} satisfies Record<RegisterKey, (record: RegisterRecord, ctx: FactContext) => Fact[]>;

/** The facts of a record: what it counts as, where and when. Pure; the same for a file and for the store. */
export function factsOf(record: RegisterRecord, ctx: FactContext): Fact[] {
  return FACTS[record.register](record, ctx);
}

/** What is wrong with a record, as far as counting is concerned. `level`: of its reporting organ. */
export function problemsOf(record: RegisterRecord, ctx: FactContext, level: AgencyLevel | null): Problem[] {
  switch (record.register) {
    case 'requests':
      return requestProblems(record, ctx);
    case 'publications':
      return publicationProblems(record, ctx);
    case 'normativeDocuments':
      return documentProblems(record, level);
    case 'administrative':
      return administrativeProblems(record);
    case 'remedies':
      return remedyProblems(record);
    case 'tickets':
      return ticketProblems(record);
    case 'activities':
      return activityProblems(record);
    default:
      return [];
  }
}
