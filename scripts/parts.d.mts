interface Import {
  readonly path: string;
  readonly kind: string;
  readonly external?: boolean;
}

interface Output {
  readonly entryPoint?: string;
  readonly imports: readonly Import[];
  readonly exports: readonly string[];
}

export function packed(outputs: Readonly<Record<string, Output>>): ReadonlyMap<string, string>;
export function asFunction(text: string, output: Pick<Output, "imports" | "exports">): string;
