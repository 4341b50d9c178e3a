namespace Indexer.JsonRpc;

/// <summary>Two endpoints of one chain answered the same question differently, and one of the answers was taken.</summary>
/// <param name="Height">The block that it was about.</param>
/// <param name="Subject">What was asked for, for example <c>eth_getLogs</c>.</param>
/// <param name="Taken">Name of the endpoint that was believed.</param>
/// <param name="TakenAnswer">What it said, in a few words.</param>
/// <param name="Refused">Name of the endpoint that was not.</param>
/// <param name="RefusedAnswer">What it said.</param>
public sealed record EndpointDisagreement(
    long Height,
    string Subject,
    string Taken,
    string TakenAnswer,
    string Refused,
    string RefusedAnswer
);
