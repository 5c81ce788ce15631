/** The part of htm's preact bundle that the page uses; the server hands it out as /vendor/htm-preact.js. */
export interface VNode {
  readonly type: unknown;
  readonly props: unknown;
}
type Cleanup = () => void;
// biome-ignore lint/suspicious/noConfusingVoidType: an effect may return nothing at all
type Effect = () => Cleanup | undefined | void;
export function html(strings: TemplateStringsArray, ...values: unknown[]): VNode;
export function render(tree: VNode, parent: Element): void;
export function useState<T>(initial: T | (() => T)): [T, (next: T | ((previous: T) => T)) => void];
export function useEffect(effect: Effect, inputs?: readonly unknown[]): void;
export function useLayoutEffect(effect: Effect, inputs?: readonly unknown[]): void;
export function useRef<T>(initial: T): { current: T };
export function useMemo<T>(make: () => T, inputs: readonly unknown[]): T;
// biome-ignore lint/suspicious/noExplicitAny: a callback's own parameters are kept through T
export function useCallback<T extends (...values: any[]) => unknown>(callback: T, inputs: readonly unknown[]): T;
