export function packed(
  outputs: Readonly<
    Record<
      string,
      {
        readonly entryPoint?: string;
        readonly imports: readonly { readonly path: string; readonly kind: string }[];
      }
    >
  >,
): ReadonlyMap<string, string>;
export function asFunction(text: string): string;
