namespace Indexer.GraphQL.Validation;

/// <summary>Validation stopped because the document has too many errors.</summary>
internal sealed class TooManyErrorsException : Exception;
