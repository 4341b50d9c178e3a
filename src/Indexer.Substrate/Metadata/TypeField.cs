namespace Indexer.Substrate.Metadata;

/// <summary>A field of a struct, of an enum's case or of an event.</summary>
/// <param name="Name">The name, snake_case; null in tuples and in the events of old runtimes.</param>
/// <param name="Type">The id of its type in the runtime's registry.</param>
/// <param name="TypeName">The type as the source code spells it, such as <c>BalanceOf&lt;T&gt;</c>, where stated.</param>
public sealed record TypeField(string? Name, int Type, string? TypeName);
