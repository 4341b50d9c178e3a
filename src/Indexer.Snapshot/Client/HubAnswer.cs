using System.Text.Json;

namespace Indexer.Snapshot;

/// <summary>What the hub answered to a query.</summary>
/// <param name="Data">The object <c>data</c>.</param>
/// <param name="Time">When, by the hub's own clock.</param>
internal sealed record HubAnswer(JsonElement Data, DateTimeOffset Time);
