/** A function that keeps its last answer: chunks mostly ask for the same as the one before. */
export function remembered<Key, Answer>(work: (key: Key) => Answer): (key: Key) => Answer {
  let last: { readonly key: Key; readonly answer: Answer } | undefined;
  return (key) => {
    if (last === undefined || last.key !== key) last = { key, answer: work(key) };
    return last.answer;
  };
}
