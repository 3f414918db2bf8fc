import type { map as vi } from '../vi/map.ts';
import type { Translation } from '../translation.ts';

export const map = {
  'map.title': 'Map of opinions',
  'map.found': 'Respondents fall into {count} groups: {sizes}.',
  'map.size': '{name} about {tenths} tenths',
  'map.few':
    'No groups are named: either most people think alike, or groups are not clear and large enough to be named without giving anybody away.',
  'map.how':
    'People who answered alike are put into one group, by their positions on the clauses alone. Each group has at least {least} people; nothing says who belongs to which. The farther apart two groups lie in the picture, the more their answers differ.',
  'map.group': 'Group {name}: about {tenths} tenths of the respondents',
  'map.keep': 'Want to keep',
  'map.change': 'Want changed or left out',
  'map.across': 'All groups want to keep',
  'map.allKeep': 'Most people want to keep',
  'map.allChange': 'Most people want changed or left out',
  'map.noneSure': 'On no clause are most people surely of one mind.',
  'map.picture': 'Picture of the groups. {found}',
} satisfies Translation<typeof vi>;
