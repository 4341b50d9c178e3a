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
            throw new ConfigurationException(
                $"{file} is not valid JSON: {exception.InnerException?.InnerException?.Message ?? exception.Message}"
            );
        }
    }

    private static IndexerConfiguration Bind(IConfiguration configuration)
    {
        try
        {
            return configuration.Get<IndexerConfiguration>(options => options.ErrorOnUnknownConfiguration = true)
                ?? new IndexerConfiguration();
        }
        catch (InvalidOperationException exception)
        {
            // Only the innermost one names the key; what is below it says how a value cannot be read.
            var named = exception;
            while (named.InnerException is InvalidOperationException inner)
            {
                named = inner;
            }

            throw new ConfigurationException($"Configuration: {named.Message}");
        }
    }
}
