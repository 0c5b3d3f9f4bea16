/** One keep-alive connection that asks one thing after the other. As little work as reading HTTP answers takes. */
import { connect, type Socket } from "node:net";

export interface Answer {
  readonly status: number;
  readonly bytes: number;
}

const HEAD_END = Buffer.from("\r\n\r\n");

export class Connection {
  private readonly socket: Socket;
  private waiting: ((answer: Answer | Error) => void) | undefined;
  private head: Buffer = Buffer.alloc(0);
  /** Bytes of the body still to come, while one is. */
  private rest = 0;
  private answer: Answer | undefined;

  constructor(port: number) {
    this.socket = connect({ port, host: "127.0.0.1", noDelay: true });
    this.socket.on("data", (data: Buffer) => this.read(data));
    this.socket.on("error", (error) => this.settle(error));
    this.socket.on("close", () => this.settle(new Error("closed")));
  }

  /** Sends a request and gives its answer; an error when the connection broke. */
  ask(request: string): Promise<Answer | Error> {
    return new Promise((resolve) => {
      this.waiting = resolve;
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private read(data: Buffer): void {
    if (this.answer !== undefined) {
      this.rest -= data.length;
    } else {
      this.head = this.head.length === 0 ? data : Buffer.concat([this.head, data]);
      const end = this.head.indexOf(HEAD_END);
      if (end < 0) return;
      const text = this.head.toString("latin1", 0, end);
      const bytes = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
      this.answer = { status: Number(text.slice(9, 12)), bytes };
      this.rest = bytes - (this.head.length - end - HEAD_END.length);
      this.head = Buffer.alloc(0);
    }
    if (this.rest > 0) return;
    const { answer } = this;
    this.answer = undefined;
    if (answer !== undefined) this.settle(answer);
  }

  private settle(answer: Answer | Error): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.(answer);
  }
}
