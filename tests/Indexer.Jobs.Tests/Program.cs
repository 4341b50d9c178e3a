using Indexer.Jobs.Tests;
using Xunit.Runner.InProc.SystemConsole;

// The test that kills a process of jobs runs this very executable as that process.
return args is [JobProcess.Verb, var connectionString]
    ? await JobProcess.ServeAsync(connectionString)
    : await ConsoleRunner.Run(args);
