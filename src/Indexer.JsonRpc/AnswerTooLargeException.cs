namespace Indexer.JsonRpc;

/// <summary>An answer is longer than the client takes, or than the server gives.</summary>
/// <param name="message">Who says so.</param>
public sealed class AnswerTooLargeException(string message) : Exception(message)
{
    /// <summary>An answer beyond the client's limit.</summary>
    /// <param name="limit">The most that it takes, in bytes.</param>
    public AnswerTooLargeException(int limit)
        : this($"response too large: more than {limit} bytes") { }
}
