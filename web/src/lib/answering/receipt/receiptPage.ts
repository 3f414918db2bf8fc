import { takeOver } from './device.ts';
import { ReceiptShown } from './shown.ts';

const root = document.querySelector<HTMLElement>('#receipt');
const slug = root?.dataset['slug'] ?? '';
if (root) new ReceiptShown(root, slug, takeOver(slug)).begin();
