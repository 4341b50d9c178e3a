using Microsoft.AspNetCore.Http;

namespace Indexer.GraphQL.Http.Live;

/// <summary>Counts the connections that stay open, up to a limit for all and one for each client.</summary>
/// <param name="options">The limits.</param>
internal sealed class StreamCount(GraphQLOptions options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<RatedClient, int> ofClients = [];
    private int count;

    /// <summary>Takes a place until it is disposed.</summary>
    /// <param name="client">Whose it is; null where clients are not told apart.</param>
    /// <exception cref="HttpRefusalException">There is none left.</exception>
    public IDisposable Enter(RatedClient? client)
    {
        lock (gate)
        {
            var own = client is null ? 0 : ofClients.GetValueOrDefault(client);
            if (count >= options.MaxStreams)
            {
                throw Refused($"More than {options.MaxStreams} connections stay open", options.MaxStreams);
            }

            if (own >= options.MaxStreamsPerClient)
            {
                throw Refused(
                    $"More than {options.MaxStreamsPerClient} connections of this client stay open",
                    options.MaxStreamsPerClient
                );
            }

            count++;
            if (client is not null)
            {
                ofClients[client] = own + 1;
            }
        }

        return new Place(this, client);
    }

    private void Leave(RatedClient? client)
    {
        lock (gate)
        {
            count--;
            if (client is not null && --ofClients[client] == 0)
            {
                ofClients.Remove(client);
            }
        }
    }

    private static HttpRefusalException Refused(string finding, int limit) =>
        new(
            StatusCodes.Status503ServiceUnavailable,
            $"{finding}; at most {limit} are allowed. Try again later.",
            ErrorCodes.Limit
        );

    private sealed class Place(StreamCount owner, RatedClient? client) : IDisposable
    {
        private int isLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isLeft, 1) == 0)
            {
                owner.Leave(client);
            }
        }
    }
}
