namespace Indexer.GraphQL.Explorer;

/// <summary>A file that the page loads.</summary>
/// <param name="Name">File name.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Content">The bytes.</param>
internal sealed record ExplorerAsset(string Name, string ContentType, byte[] Content);
