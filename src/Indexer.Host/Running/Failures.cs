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

    /// <summary>Ended by Ctrl-C before it was done; what shells say of a program that SIGINT ended.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs a command; a failure becomes one line on standard error.</summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Ctrl-C.</param>
    /// <param name="goesOn">Whether the command goes on until Ctrl-C, which is then no interruption.</param>
    public static async Task<int> GuardAsync(
        Func<Task<int>> command,
        CancellationToken cancellationToken,
        bool goesOn = false
    )
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
            return goesOn ? Success : Report("interrupted before it was done.", Interrupted);
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
