interface FailureProps {
  readonly message: string;
  readonly onRetry?: () => void;
}

/** Why there is no reply, and the way to try again where that may help. */
export function FailureView({ message, onRetry }: FailureProps) {
  return (
    <div className="failure">
      <p>{message}</p>
      {onRetry === undefined ? undefined : (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
