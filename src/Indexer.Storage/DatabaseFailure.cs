using System.Net.Sockets;
using Npgsql;

namespace Indexer.Storage;

/// <summary>
/// Tells failures of the database that pass by waiting from those that do not. They pass when the server restarts, fails over, gets
/// room on its disk, or has connections again; what was not committed is lost, and is done again from the last commit.
/// </summary>
public static class DatabaseFailure
{
    /// <summary>
    /// SQLSTATE codes and classes (PostgreSQL, appendix A) of what passes: connections (08), serialization and deadlocks (40), resources
    /// such as disk and connections (53), shutdown, start and statement timeout (57), I/O (58), a server that is read-only (25006), a
    /// lock that is not free (55P03), and a database that is dropped and may be restored (3D000).
    /// </summary>
    private static readonly string[] Passing = ["08", "40", "53", "57", "58", "25006", "55P03", "3D000"];

    /// <summary>Whether waiting and beginning again at the last commit may help.</summary>
    /// <param name="exception">What a call to the database threw, or what wraps it.</param>
    public static bool MayPass(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            switch (current)
            {
                case CursorMovedException or NetworkLockLostException:
                    return true;
                case PostgresException stated:
                    return Array.Exists(Passing, code => stated.SqlState.StartsWith(code, StringComparison.Ordinal));
                case NpgsqlException:
                    // Not stated by the server: it is not there, or the connection broke.
                    return current.InnerException is null or IOException or SocketException or TimeoutException
                        || MayPass(current.InnerException);
            }
        }

        return false;
    }
}
