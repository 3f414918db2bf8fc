import { parentPort, Worker } from 'node:worker_threads';

interface Asked<Result> {
  done: (result: Result) => void;
  failed: (error: unknown) => void;
}

type Answer<Result> = { result: Result } | { error: unknown };

/**
 * A thread of its own for work that would hold the main one, which goes on taking answers meanwhile. It starts when it is
 * first asked, answers one question after the other, and keeps nothing in between.
 */
export class Beside<Question, Result> {
  readonly #file: URL;
  #thread: Worker | undefined;
  #asked: Asked<Result>[] = [];

  /** `file` calls `answerBeside`. */
  constructor(file: URL) {
    this.#file = file;
  }

  ask(question: Question): Promise<Result> {
    this.#thread ??= this.#start();
    const thread = this.#thread;
    return new Promise((done, failed) => {
      thread.postMessage(question);
      this.#asked.push({ done, failed });
      thread.ref();
    });
  }

  #start(): Worker {
    const thread = new Worker(this.#file);
    thread.on('message', (answer: Answer<Result>) => this.#answered(thread, answer));
    thread.on('error', (error) => this.#failAll(error));
    thread.on('exit', () => this.#failAll(new Error('a thread has ended')));
    return thread;
  }

  #answered(thread: Worker, answer: Answer<Result>): void {
    const { done, failed } = this.#asked.shift()!;
    if ('result' in answer) done(answer.result);
    else failed(answer.error);
    // Idle, it keeps no process alive.
    if (this.#asked.length === 0) thread.unref();
  }

  /** The next question starts another. */
  #failAll(error: unknown): void {
    this.#thread = undefined;
    for (const { failed } of this.#asked.splice(0)) failed(error);
  }
}

/** What a thread is for. */
export function answerBeside<Question, Result>(answerTo: (question: Question) => Result): void {
  parentPort!.on('message', (question: Question) => parentPort!.postMessage(tried(() => answerTo(question))));
}

function tried<Result>(work: () => Result): Answer<Result> {
  try {
    return { result: work() };
  } catch (error) {
    return { error };
  }
}
