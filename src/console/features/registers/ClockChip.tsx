import type { ClockSummary } from '../../../web/api/registerTypes.ts';
import { COLOURS } from '../../theme.ts';

interface Look {
  readonly sign: string;
  readonly text: string;
  readonly colour: string;
  readonly wash: string;
}

const SOON = 5;

function look(clock: ClockSummary): Look {
  const left = clock.daysLeft;
  if (clock.inTime === true) return { sign: '✓', text: '按期办结', colour: COLOURS.blue, wash: COLOURS.blueWash };
  if (clock.inTime === false && clock.state === 'answered')
    return { sign: '!', text: '超期办结', colour: COLOURS.red, wash: COLOURS.redWash };
  if (clock.state === 'suspended') return { sign: '‖', text: '暂停计时', colour: COLOURS.ink3, wash: COLOURS.mist };
  if (left === null) return { sign: '○', text: clock.stateName, colour: COLOURS.ink3, wash: COLOURS.mist };
  if (left < 0) return { sign: '!', text: `逾期${-left}个工作日`, colour: COLOURS.red, wash: COLOURS.redWash };
  if (left === 0) return { sign: '▲', text: '今天到期', colour: '#fff', wash: COLOURS.ochre };
  if (left <= SOON) return { sign: '▲', text: `还有${left}个工作日`, colour: COLOURS.ochre, wash: COLOURS.ochreWash };
  return { sign: '○', text: `还有${left}个工作日`, colour: COLOURS.blue, wash: '#fff' };
}

/** Status as shape, word and colour; 暂计 where the calendar or a delivery is not yet known. */
export function ClockChip({ clock }: { readonly clock: ClockSummary }) {
  const { sign, text, colour, wash } = look(clock);
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <span style={{ color: colour, background: wash, border: `1px solid ${colour}`, borderRadius: 3, padding: '0 6px' }}>
        <span aria-hidden="true">{sign}</span> {text}
      </span>{' '}
      {clock.dueOn}
      {clock.provisional.length > 0 && '（暂计）'}
    </span>
  );
}
