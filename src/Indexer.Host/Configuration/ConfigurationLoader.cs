using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Indexer.Host.Configuration;

/// <summary>Reads the configuration: what ships with the program, then a file, then environment variables.</summary>
internal static class ConfigurationLoader
{
    /// <summary>Prefix of environment variables, for example <c>INDEXER__HTTP__URLS</c>.</summary>
    public const string EnvironmentPrefix = "INDEXER__";

    /// <summary>Loads the configuration.</summary>
    /// <param name="file">The file of --config, or null.</param>
    /// <exception cref="ConfigurationException">A file is missing or malformed, or a key is unknown or has a wrong value.</exception>
    public static IndexerConfiguration Load(FileInfo? file)
    {
        var shipped = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .Build();
        var given = Given(file);
        var all = new ConfigurationBuilder().AddConfiguration(shipped).AddConfiguration(given).Build();
        var configuration = Bind(all);
        var named = given.GetSection("networks").GetChildren().Select(network => network.Key).ToList();
        if (named.Count == 0)
        {
            return configuration;
        }

        // Who names networks wants these; the shipped ones then only complete what is not said about them.
        return configuration with
        {
            Networks = configuration
                .Networks.Where(network => named.Contains(network.Key, StringComparer.OrdinalIgnoreCase))
                .ToDictionary(StringComparer.Ordinal),
        };
    }

    private static IConfigurationRoot Given(FileInfo? file)
    {
        var builder = new ConfigurationBuilder();
        if (file is not null)
        {
            if (!file.Exists)
            {
                throw new ConfigurationException($"--config {file.FullName} does not exist.");
            }

            builder.AddJsonFile(file.FullName, optional: false);
        }

        try
        {
            return builder.AddEnvironmentVariables(EnvironmentPrefix).Build();
        }
        catch (InvalidDataException exception)
        {
            throw new ConfigurationException($"{file} is not valid JSON{Place(exception)}.");
        }
    }

    /// <summary>Where a text ceases to be JSON; JSON's own words for it are about its reader.</summary>
    private static string Place(Exception exception) =>
        exception is JsonException { LineNumber: { } line, BytePositionInLine: { } column }
            ? FormattableString.Invariant($": see line {line + 1}, column {column + 1}")
        : exception.InnerException is { } inner ? Place(inner)
        : "";

    private static IndexerConfiguration Bind(IConfiguration configuration)
    {
        ConfigurationCheck.Require(configuration, typeof(IndexerConfiguration));
        return configuration.Get<IndexerConfiguration>() ?? new IndexerConfiguration();
    }
}
