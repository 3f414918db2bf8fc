import { wordingKey } from '../lineage/wording.ts';
import type { Relation } from '../lineage/link.ts';
import type { Chance } from './chance.ts';
import type { Rates } from './rates.ts';
import { written, type Node, type Written } from './model.ts';
import { respelled, reworded, sentence } from './words.ts';

/** What is true of a pair of versions: old ids of each new clause, and what was done to each. */
export interface Truth {
  before: Written;
  after: Written;
  links: { from: string | null; to: string | null; relation: Relation; share: number }[];
}

interface Made {
  node: Node;
  of: string[];
  did: 'nothing' | 'reworded' | 'respelled' | 'split' | 'merged' | 'inserted';
  moved: boolean;
  share: number;
}

const isLeaf = (node: Node): boolean => node.children.length === 0 && node.text !== '';

class Reviser {
  private readonly made = new Map<string, Made>();
  private count = 0;
  private readonly chance: Chance;
  private readonly rates: Rates;

  constructor(chance: Chance, rates: Rates) {
    [this.chance, this.rates] = [chance, rates];
  }

  revise(nodes: readonly Node[]): Node[] {
    const copied = nodes.map((node) => this.copy(node));
    const changed = this.children(copied, null);
    this.moveSome(changed);
    return changed;
  }

  madeOf = (id: string): Made | undefined => this.made.get(id);

  private id(): string {
    this.count += 1;
    return `n${this.count}`;
  }

  private copy(node: Node): Node {
    const copy = { ...node, id: this.id(), children: node.children.map((child) => this.copy(child)) };
    this.made.set(copy.id, { node: copy, of: [node.id], did: 'nothing', moved: false, share: 0 });
    return copy;
  }

  private fresh(kind: Node['kind'], heading = ''): Node {
    const node: Node = { id: this.id(), kind, heading, text: sentence(this.chance), children: [] };
    this.made.set(node.id, { node, of: [], did: 'inserted', moved: false, share: 1 });
    return node;
  }

  private freshArticle(): Node {
    const article = this.fresh('article', sentence(this.chance, 5).slice(0, -1));
    article.text = '';
    article.children = Array.from({ length: this.chance.between(1, 4) }, () => this.fresh('clause'));
    return article;
  }

  private children(nodes: Node[], parent: Node | null): Node[] {
    const result: Node[] = [];
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]!;
      const next = nodes[i + 1];
      if (node.kind === 'article' && this.chance.happens(this.rates.articles)) {
        if (this.chance.happens(0.5)) result.push(this.freshArticle());
        else continue;
      }
      if (!isLeaf(node) || parent === null) {
        node.children = this.children(node.children, node);
        if (node.text !== '') this.change(node);
        // A lead-in or an article without clauses would be another thing than what was meant.
        if (node.text !== '' || node.children.length > 0) result.push(node);
        continue;
      }
      if (node.kind !== 'article' && this.chance.happens(this.rates.insert)) result.push(this.fresh(node.kind));
      if (node.kind !== 'article' && nodes.length > 1 && this.chance.happens(this.rates.remove)) continue;
      if (node.kind !== 'article' && this.chance.happens(this.rates.split)) {
        const parts = this.split(node);
        if (parts !== null) {
          result.push(...parts);
          continue;
        }
      }
      if (
        next !== undefined &&
        isLeaf(next) &&
        next.kind === node.kind &&
        node.kind !== 'article' &&
        this.chance.happens(this.rates.merge)
      ) {
        result.push(this.merge(node, next));
        i += 1;
        continue;
      }
      this.change(node);
      result.push(node);
    }
    return result;
  }

  private change(node: Node): void {
    const made = this.made.get(node.id)!;
    const [least, most] = this.rates.share;
    if (this.chance.happens(this.rates.reword)) {
      const share = least + this.chance.next() * (most - least);
      const text = reworded(this.chance, node.text, share);
      if (wordingKey(text) !== wordingKey(node.text)) [node.text, made.did, made.share] = [text, 'reworded', share];
    } else if (this.chance.happens(this.rates.respell)) {
      const text = respelled(this.chance, node.text);
      if (text !== null) [node.text, made.did] = [text, 'respelled'];
    }
  }

  private split(node: Node): Node[] | null {
    const words = node.text.split(' ');
    if (words.length < 10) return null;
    const at = this.chance.between(4, words.length - 4);
    const [head, tail] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    const second: Node = { id: this.id(), kind: node.kind, heading: '', text: capital(tail), children: [] };
    const first = this.made.get(node.id)!;
    node.text = `${head.replace(/[,;:.]$/, '')}.`;
    first.did = 'split';
    this.made.set(second.id, { node: second, of: first.of, did: 'split', moved: false, share: 0 });
    return [node, second];
  }

  private merge(node: Node, next: Node): Node {
    const made = this.made.get(node.id)!;
    node.text = `${node.text.replace(/[.;]$/, '')}; ${next.text}`;
    made.of = [...made.of, ...this.made.get(next.id)!.of];
    made.did = 'merged';
    return node;
  }

  private moveSome(nodes: Node[]): void {
    const articles = all(nodes).filter(
      (node) => node.kind === 'article' && node.children.some((child) => child.kind === 'clause'),
    );
    if (articles.length < 3) return;
    for (const article of articles)
      for (const clause of [...article.children]) {
        const isMovable = isLeaf(clause) && clause.kind === 'clause' && article.children.length > 1;
        if (!isMovable || this.made.get(clause.id)!.did !== 'nothing' || !this.chance.happens(this.rates.move))
          continue;
        const target = this.chance.one(articles.filter((other) => other !== article));
        article.children = article.children.filter((child) => child !== clause);
        target.children.splice(this.chance.below(target.children.length + 1), 0, clause);
        this.made.get(clause.id)!.moved = true;
      }
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const all = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...all(node.children)]);

function relationOf(made: Made, from: string, to: string): Relation {
  if (made.did === 'reworded') return 'modified';
  if (made.did === 'respelled') return 'orthographic';
  if (made.did === 'split' || made.did === 'merged') return made.did;
  if (made.moved) return 'moved';
  return from === to ? 'unchanged' : 'renumbered';
}

/** Revises a draft at random and says what is true of the two versions. */
export function revise(nodes: readonly Node[], chance: Chance, rates: Rates): Truth {
  const reviser = new Reviser(chance, rates);
  const before = written(nodes);
  const after = written(reviser.revise(nodes));
  const links: Truth['links'] = [];
  const continued = new Set<string>();
  for (const [id, to] of after.paths) {
    const made = reviser.madeOf(id)!;
    const olds = made.of.filter((old) => before.paths.has(old));
    for (const old of olds) {
      const from = before.paths.get(old)!;
      continued.add(old);
      links.push({ from, to, relation: relationOf(made, from, to), share: made.share });
    }
    if (olds.length === 0) links.push({ from: null, to, relation: 'added', share: 0 });
  }
  for (const [id, from] of before.paths)
    if (!continued.has(id)) links.push({ from, to: null, relation: 'removed', share: 0 });
  return { before, after, links };
}
