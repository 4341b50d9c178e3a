namespace Indexer.Host.Configuration;

/// <summary>Where measurements and traces go.</summary>
internal sealed class TelemetryConfiguration
{
    /// <summary>A collector that speaks OTLP over HTTP, for example http://localhost:4318; none when left out.</summary>
    public string? OtlpEndpoint { get; init; }

    /// <summary>The endpoint.</summary>
    /// <exception cref="ConfigurationException">It is no address.</exception>
    public Uri? Endpoint() =>
        OtlpEndpoint is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https" } ? uri
        : throw new ConfigurationException(
            "telemetry.otlpEndpoint is no http or https address such as http://localhost:4318."
        );
}
