namespace Indexer.Substrate.Metadata;

/// <summary>A type of the registry.</summary>
/// <param name="Path">The path of the type in the source code, such as sp_core::crypto::AccountId32; empty for structural types.</param>
/// <param name="Definition">Its shape.</param>
internal sealed record PortableType(IReadOnlyList<string> Path, TypeDefinition Definition);
