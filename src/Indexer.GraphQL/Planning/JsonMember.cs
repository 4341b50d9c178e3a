namespace Indexer.GraphQL.Planning;

/// <summary>A member of an object as <see cref="JsonSql"/> writes it.</summary>
/// <param name="Name">The schema's name of it.</param>
/// <param name="Alias">SQL for the name that the client gave instead; null when it gave none.</param>
/// <param name="Value">SQL for the JSON text of its value.</param>
internal readonly record struct JsonMember(string Name, string? Alias, string Value);
