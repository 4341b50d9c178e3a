using System.Text.Json;
using Indexer.TestKit;

namespace Indexer.Nodes.Tests;

/// <summary>The contracts of the labs, compiled by solc.</summary>
public static class LabContracts
{
    /// <summary>The creation code of each contract of a file of the folder Contracts, hexadecimal with 0x.</summary>
    public static async Task<Dictionary<string, string>> CompileAsync(string file)
    {
        await using var source = typeof(LabContracts).Assembly.GetManifestResourceStream(file)!;
        using var reader = new StreamReader(source);
        var output = await NodePackages.RunAsync(
            "solc-compile.mjs",
            await reader.ReadToEndAsync(),
            CancellationToken.None
        );
        return JsonSerializer.Deserialize<Dictionary<string, string>>(output)!;
    }
}
