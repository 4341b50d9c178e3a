namespace Indexer.Substrate.Metadata;

/// <summary>A type of the registry.</summary>
/// <param name="Path">The path of the type in the source code, such as sp_core::crypto::AccountId32; empty for structural types.</param>
/// <param name="Parameters">The types that stand for its type parameters; null for one that the encoding does not depend on.</param>
/// <param name="Definition">Its shape.</param>
internal sealed record PortableType(
    IReadOnlyList<string> Path,
    IReadOnlyDictionary<string, int?> Parameters,
    TypeDefinition Definition
);
