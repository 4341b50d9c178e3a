namespace Indexer.Migrations;

/// <summary>The schema of the database belongs to another version of the program.</summary>
/// <param name="message">Both versions and the way out.</param>
public sealed class SchemaVersionException(string message) : Exception(message);
