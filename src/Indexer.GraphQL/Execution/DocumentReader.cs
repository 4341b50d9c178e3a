using Indexer.GraphQL.Language;
using Indexer.GraphQL.Types;
using Indexer.GraphQL.Validation;

namespace Indexer.GraphQL.Execution;

/// <summary>Turns text into a valid document.</summary>
internal static class DocumentReader
{
    /// <summary>The document.</summary>
    /// <exception cref="GraphQLRequestException">The text is no document, or one that does not fit the schema.</exception>
    public static DocumentNode Read(string text, Schema schema, GraphQLOptions options, PreparationWork work)
    {
        var document = Parse(text, options.MaxTokens);
        var errors = DocumentValidator.Validate(schema, document, work, options.Introspection);
        return errors.Count == 0 ? document : throw new GraphQLRequestException(errors);
    }

    private static DocumentNode Parse(string text, int maxTokens)
    {
        try
        {
            return Parser.Parse(text, maxTokens);
        }
        catch (GraphQLSyntaxException problem)
        {
            throw new GraphQLRequestException(problem.Message, ErrorCodes.Syntax, problem.Location);
        }
    }
}
