using Microsoft.AspNetCore.Http;

namespace Indexer.GraphQL.Http.Live;

/// <summary>Counts the clients that follow subscriptions, up to a limit.</summary>
internal sealed class StreamCount(int limit)
{
    private int count;

    /// <summary>Takes a place until it is disposed.</summary>
    /// <exception cref="HttpRefusalException">There is none left.</exception>
    public IDisposable Enter()
    {
        if (Interlocked.Increment(ref count) > limit)
        {
            Interlocked.Decrement(ref count);
            throw new HttpRefusalException(
                StatusCodes.Status503ServiceUnavailable,
                $"More than {limit} clients follow subscriptions; at most {limit} are allowed. Try again later.",
                ErrorCodes.Limit
            );
        }

        return new Place(this);
    }

    private sealed class Place(StreamCount owner) : IDisposable
    {
        private int isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isLeft, 1) == 0)
            {
                Interlocked.Decrement(ref owner.count);
            }
        }
    }
}
