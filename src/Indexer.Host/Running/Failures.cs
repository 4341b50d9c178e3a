using Indexer.Host.Configuration;
using Indexer.Ingestion;

namespace Indexer.Host.Running;

/// <summary>Turns what went wrong into one line and an exit code.</summary>
internal static class Failures
{
    /// <summary>Done.</summary>
    public const int Success = 0;

    /// <summary>It went wrong.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>Runs a command; a failure becomes one line on standard error.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> command, CancellationToken cancellationToken)
    {
        try
        {
            return await command();
        }
        catch (ConfigurationException exception)
        {
            return Report(exception.Message, Usage);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Success;
        }
        catch (Exception exception) when (Explanation.IsIn(exception))
        {
            return Report(exception.Message, Failed);
        }
    }

    /// <summary>Writes one line on standard error.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(string message, int exitCode)
    {
        Console.Error.WriteLine($"indexer: {message.ReplaceLineEndings(" ")}");
        return exitCode;
    }
}
