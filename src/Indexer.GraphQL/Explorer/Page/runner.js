// Runs the request in the editors: one answer by HTTP, or a subscription until it is stopped.

import { send } from "./request.js";
import { subscribe } from "./subscription.js";

export class Runner {
  #stop = null;

  /** @param pane shows results. @param on told of changes: state(isRunning), errors(list of GraphQL errors). */
  constructor(pane, on) {
    this.pane = pane;
    this.on = on;
  }

  get isRunning() {
    return this.#stop !== null;
  }

  stop() {
    this.#stop?.();
  }

  async query(request, headers) {
    const abort = new AbortController();
    this.#begin(() => abort.abort());
    this.pane.running();
    try {
      const answer = await send(request, headers, abort.signal);
      const errors = errorsOf(answer.text);
      this.pane.answer(answer, answer.status < 400 && errors.length === 0);
      this.on.errors(errors);
    } catch (error) {
      abort.signal.aborted ? this.pane.cancelled() : this.pane.failure(`The server did not answer: ${error.message}`);
    } finally {
      this.#end();
    }
  }

  subscription(request, headers) {
    const { pane } = this;
    pane.streaming();
    const cancel = subscribe(request, headers, {
      live: () => pane.streamState("running", "Live"),
      next: (payload) => pane.message(payload),
      error: (problem) => {
        const errors = Array.isArray(problem) ? problem : [{ message: problem }];
        pane.streamState("bad", "Failed");
        this.on.errors(errors);
        this.#end();
      },
      end: () => {
        pane.streamState("good", "Complete");
        this.#end();
      },
    });
    this.#begin(() => {
      cancel();
      pane.streamState("", "Stopped");
      this.#end();
    });
  }

  #begin(stop) {
    this.#stop = stop;
    this.on.state(true);
  }

  #end() {
    this.#stop = null;
    this.on.state(false);
  }
}

function errorsOf(text) {
  try {
    return JSON.parse(text).errors ?? [];
  } catch {
    return [{ message: "The answer is no JSON." }];
  }
}
