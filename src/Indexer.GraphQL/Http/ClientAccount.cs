using System.Text.Json;
using Indexer.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Indexer.GraphQL.Http;

/// <summary>What the client of an exchange, or of a connection that stays open, is counted for.</summary>
/// <param name="engine">Prepares.</param>
/// <param name="rates">Holds clients to their rates; null for none.</param>
/// <param name="context">The exchange.</param>
internal sealed class ClientAccount(GraphQLEngine engine, RequestRates? rates, HttpContext context)
{
    /// <summary>Counted for each byte of a request: it is received, copied and parsed as JSON, and becomes two of a string.</summary>
    private const long Reading = 8;

    /// <summary>Equal for exchanges of one client; null where clients are not told apart.</summary>
    public RatedClient? Client => rates?.Client(context);

    /// <summary>Takes the key out of <c>connection_init</c>.</summary>
    public void Identify(JsonElement payload) => rates?.Identify(context, payload);

    /// <summary>Counts an operation on a connection that stays open, like a request.</summary>
    /// <returns>Its refusal; null when it is not refused.</returns>
    public Refusal? Admit(int bytes) => rates?.Admit(context, bytes);

    /// <summary>Waits until the reading of a request is paid for.</summary>
    public Task PayForReadingAsync(int bytes, CancellationToken cancellationToken) =>
        PayAsync(Reading * bytes, cancellationToken);

    /// <summary>Parses, validates and plans a request, and waits until that is paid for.</summary>
    public async Task<PreparedRequest> PrepareAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var operation = engine.Prepare(request, out var errors);
        if (operation is not { IsKnown: true })
        {
            await PayAsync(GC.GetAllocatedBytesForCurrentThread() - before, cancellationToken);
        }

        return new PreparedRequest(operation, errors);
    }

    /// <summary>Executes an operation when fewer of the client's are at work than may be.</summary>
    public Task<bool> ExecuteAsync(PreparedOperation operation, Stream output, CancellationToken cancellationToken) =>
        engine.ExecuteAsync(operation, output, Client, cancellationToken);

    private Task PayAsync(long bytes, CancellationToken cancellationToken) =>
        rates?.PayForPreparationAsync(context, bytes, cancellationToken) ?? Task.CompletedTask;
}

/// <summary>What came of a request before the database was asked.</summary>
/// <param name="Operation">The operation to execute; null when it was refused.</param>
/// <param name="Errors">Why it was refused; empty when it was not.</param>
internal readonly record struct PreparedRequest(PreparedOperation? Operation, IReadOnlyList<GraphQLError> Errors);
