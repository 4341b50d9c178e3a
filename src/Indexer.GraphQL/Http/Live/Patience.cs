namespace Indexer.GraphQL.Http.Live;

/// <summary>Waits for a client to take what it is sent: once, and once more so that it can be told why it is cut off.</summary>
internal sealed class Patience(TimeSpan limit, TimeProvider time)
{
    /// <summary>Why a slow client is cut off; a close reason has at most 123 bytes.</summary>
    public const string Reason = "Too slow: messages were left unread. Subscribe again with after: the last cursor.";

    /// <summary>Waits for a send.</summary>
    /// <param name="sending">The send; it is left alone, so that the connection stays whole.</param>
    public async Task<Delivery> WaitAsync(Task sending)
    {
        if (await IsDoneAsync(sending))
        {
            return Delivery.Prompt;
        }

        return await IsDoneAsync(sending) ? Delivery.Late : Delivery.Never;
    }

    private async Task<bool> IsDoneAsync(Task sending)
    {
        try
        {
            await sending.WaitAsync(limit, time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}

/// <summary>How a client took what it was sent.</summary>
internal enum Delivery
{
    /// <summary>In time.</summary>
    Prompt,

    /// <summary>So late that it must be cut off, but it can still be told.</summary>
    Late,

    /// <summary>Not at all.</summary>
    Never,
}

/// <summary>A client did not take what it was sent; it has been told, or could not be, and its stream ends.</summary>
internal sealed class SlowClientException() : Exception(Patience.Reason);
