namespace Indexer.JsonRpc;

/// <summary>What a server answered to a POST.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Reason">Status and its phrase, for messages.</param>
/// <param name="MediaType">The type of the body; null when it says none.</param>
/// <param name="Time">When, by the server's clock; by ours when it does not say.</param>
/// <param name="RetryAfter">How long it asks to be left alone, at least zero; null when it does not.</param>
/// <param name="Body">The body after decompression.</param>
public sealed record HttpAnswer(
    int Status,
    string Reason,
    string? MediaType,
    DateTimeOffset Time,
    TimeSpan? RetryAfter,
    ReadOnlyMemory<byte> Body
)
{
    /// <summary>Whether the status is one of success.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether it asks to be left alone for longer than one waits.</summary>
    /// <param name="most">Longest wait.</param>
    public bool AsksTooMuch(TimeSpan most) => RetryAfter > most;

    /// <summary>The reason, with a wait that is too long.</summary>
    /// <param name="most">Longest wait.</param>
    public string ReasonWithin(TimeSpan most) =>
        AsksTooMuch(most) ? $"{Reason}, to be asked again in {RetryAfter}" : Reason;
}
