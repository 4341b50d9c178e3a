using System.Text.Json.Nodes;

namespace Indexer.Simulator.Rpc;

/// <summary>A kind of subscription: the name of its notifications, whether it starts with the present head, and what it sends of a block.</summary>
internal sealed record Subscription(
    string Notification,
    bool StartsWithHead,
    Func<HeadChangedEventArgs, IEnumerable<JsonNode?>> Messages
);
