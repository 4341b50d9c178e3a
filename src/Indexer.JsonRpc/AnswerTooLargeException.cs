namespace Indexer.JsonRpc;

/// <summary>An answer is longer than the client takes.</summary>
/// <param name="limit">The most that it takes, in bytes.</param>
public sealed class AnswerTooLargeException(int limit) : Exception($"response too large: more than {limit} bytes");
