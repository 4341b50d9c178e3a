using Indexer.Host.Running;

namespace Indexer.Host.Web;

/// <summary>What a process serves.</summary>
/// <param name="Api">How it is served.</param>
/// <param name="Role">What the process does.</param>
/// <param name="Networks">Names of the configured networks: health tells of them even if they never started.</param>
/// <param name="OtlpEndpoint">Where telemetry is sent; null keeps it here.</param>
internal sealed record WebSettings(
    ApiSettings Api,
    Role Role,
    IReadOnlyList<string> Networks,
    Uri? OtlpEndpoint = null
);
