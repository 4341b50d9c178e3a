namespace Indexer.Handlers.InitialStates;

/// <summary>An initial state made of a dump.</summary>
/// <param name="Source">The dump.</param>
/// <param name="Head">What it is, and what it lacks.</param>
/// <param name="Pools">Its pools, by number.</param>
/// <param name="Registrations">What the registry knows of workers.</param>
public sealed record ConvertedState(
    string Source,
    InitialState Head,
    IReadOnlyList<InitialPool> Pools,
    IReadOnlyList<InitialRegistration> Registrations
)
{
    /// <summary>Writes it, and reads it back so that what is wrong is found now. What was in the file stays unless all is well.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it has in all.</returns>
    /// <exception cref="InitialStateException">It contradicts itself.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task<InitialStateSummary> WriteAsync(string path)
    {
        foreach (var pool in Pools)
        {
            InitialPoolCheck.Require(pool, Source, place: null);
        }

        var part = $"{path}.part";
        try
        {
            await using (var stream = File.Create(part))
            await using (var writer = new InitialStateWriter(stream, Head))
            {
                foreach (var pool in Pools)
                {
                    writer.Write(pool);
                }

                foreach (var registration in Registrations)
                {
                    writer.Write(registration);
                }
            }

            var summary = InitialStateSummary.Of(InitialStateFile.Open(part));
            File.Move(part, path, overwrite: true);
            return summary;
        }
        finally
        {
            File.Delete(part);
        }
    }
}
