namespace Indexer.Domain;

/// <summary>How a run of a job stands.</summary>
public enum JobState
{
    /// <summary>It runs, or the process that ran it was killed and another will take it over.</summary>
    Running,

    /// <summary>It did what it had to.</summary>
    Succeeded,

    /// <summary>It failed and is tried again.</summary>
    Failed,
}
