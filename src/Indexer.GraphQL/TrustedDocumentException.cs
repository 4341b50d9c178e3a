namespace Indexer.GraphQL;

/// <summary>Trusted documents cannot be used. The message is one line that names the file and the entry.</summary>
/// <param name="message">The message.</param>
public sealed class TrustedDocumentException(string message) : Exception(message);
