/** Something sent to the server by a press: under way, refused with a code, or done. */
import { useMutation } from '@tanstack/react-query';
import { ApiProblem } from '../../connection/api';

export function useAction<Input, Output>(
  run: (input: Input) => Promise<Output>,
  onDone?: (output: Output) => void,
) {
  const mutation = useMutation({
    mutationFn: run,
    ...(onDone === undefined ? {} : { onSuccess: onDone }),
  });
  return {
    run: mutation.mutate,
    isBusy: mutation.isPending,
    refusal: mutation.error === null ? null : codeOf(mutation.error),
    clear: mutation.reset,
  };
}

export function codeOf(error: Error): string {
  return error instanceof ApiProblem ? error.code : 'server/unavailable';
}
