/** Names in an address that no page of ours uses and that an attack would. */

/** Operators in names of parameters (`skill[$gt]=`): a page may ignore what it does not know, but nobody means this well. */
export function namesOperator(url: URL): boolean {
  return [...url.searchParams.keys()].some((name) => name.includes('$'));
}

/** Names of form actions that an object has by birth are no actions of ours: `?/toString` must not run. */
export function namesInheritedAction(url: URL): boolean {
  const name = [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1);
  if (name === undefined) return false;
  return !/^[a-z][a-zA-Z0-9]*$/.test(name) || name in {};
}
