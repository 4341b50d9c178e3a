using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;

namespace Indexer.GraphQL.Execution;

/// <summary>A document in a manifest.</summary>
/// <param name="File">The path of the manifest.</param>
/// <param name="Id">What names it there.</param>
/// <param name="Text">The document.</param>
internal sealed record ManifestEntry(string File, string Id, string Text)
{
    /// <summary>The document, valid.</summary>
    /// <exception cref="TrustedDocumentException">It is not.</exception>
    public DocumentNode Compile(Schema schema, GraphQLOptions options)
    {
        try
        {
            return DocumentReader.Read(Text, schema, options, new PreparationWork(options.MaxPreparationSteps));
        }
        catch (GraphQLRequestException invalid)
        {
            var place = invalid.Errors[0].Locations is [var first, ..] ? $" ({first.Line}:{first.Column})" : "";
            throw Wrong($"is not valid: {invalid.Message}{place}");
        }
    }

    public TrustedDocumentException Wrong(string what) => new($"{File}: document \"{Id}\" {what}.");
}
