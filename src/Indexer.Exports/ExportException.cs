namespace Indexer.Exports;

/// <summary>An export that cannot be made as it was asked for.</summary>
/// <param name="message">One line that names the thing and the way out.</param>
public sealed class ExportException(string message) : Exception(message);
