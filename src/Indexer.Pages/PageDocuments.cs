using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Indexer.GraphQL;
using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Indexer.Pages;

/// <summary>The GraphQL documents that pages are made of; the command line shows the same ones.</summary>
public static class PageDocuments
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The text of a document.</summary>
    /// <param name="name">Its name.</param>
    public static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name + ".graphql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Asks a document.</summary>
    /// <param name="engine">Answers.</param>
    /// <param name="name">The document's name.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="PageException">It was refused: what was asked for is not there, or the index cannot answer now.</exception>
    /// <returns>The data of the answer.</returns>
    public static async Task<T> AskAsync<T>(
        GraphQLEngine engine,
        string name,
        JsonObject? variables,
        CancellationToken cancellationToken
    ) => (await AskAsync(engine, name, variables, cancellationToken)).Deserialize<T>(Json)!;

    /// <summary>The same as JSON.</summary>
    public static async Task<JsonElement> AskAsync(
        GraphQLEngine engine,
        string name,
        JsonObject? variables,
        CancellationToken cancellationToken
    )
    {
        var request = new GraphQLRequest(Text(name), Variables: JsonSerializer.SerializeToElement(variables))
        {
            IsOwn = true,
        };
        var operation =
            engine.Prepare(request, out var errors)
            ?? throw new PageException(StatusCodes.Status400BadRequest, Plain(errors));
        using var output = new MemoryStream();
        var isWhole = await engine.ExecuteAsync(operation, output, cancellationToken);
        output.Position = 0;
        var answer = await JsonSerializer.DeserializeAsync<Answer>(output, Json, cancellationToken);
        return isWhole ? answer!.Data : throw Refusal(answer!.Errors!);
    }

    /// <summary>What is wrong with a value, without the name of the variable that it had.</summary>
    private static string Plain(IReadOnlyList<GraphQLError> errors) =>
        string.Join(
            ' ',
            errors.Select(error =>
                error.Message.StartsWith("Variable ", StringComparison.Ordinal)
                    ? error.Message[(error.Message.IndexOf("; ", StringComparison.Ordinal) + 2)..]
                    : error.Message
            )
        );

    private static PageException Refusal(IReadOnlyList<AnswerError> errors)
    {
        var messages = string.Join(' ', errors.Select(error => error.Message));
        return errors.All(error => error.Extensions?.Code == "BAD_USER_INPUT")
            ? new PageException(StatusCodes.Status400BadRequest, messages)
            : new PageException(
                StatusCodes.Status503ServiceUnavailable,
                $"The index cannot answer now: {messages} Try again in a minute."
            );
    }

    private sealed record Answer(JsonElement Data, IReadOnlyList<AnswerError>? Errors);

    private sealed record AnswerError(string Message, AnswerExtensions? Extensions);

    private sealed record AnswerExtensions(string? Code);
}
