/** The question of the figure of missing data, whole and plain, so that tools can read it as it stands. */
export const missingDataDocument = /* GraphQL */ `
  query MissingDataFigure(
    $release: ID!
    $where: CohortInput
    $outcome: OutcomeInput!
    $by: Dimension
    $visit: Visit
  ) {
    cohort(release: $release, where: $where) {
      sentence
      patients {
        value
        hidden
      }
      notApplied {
        dimension
        sentence
      }
      release {
        id
        number
        publishedOn
        checksum
        dataset {
          name
          title
          kind
          licence
          citation
        }
      }
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
      missingData(outcome: $outcome, by: $by, visit: $visit) {
        answered {
          notApplied {
            dimension
            sentence
          }
          release {
            id
            number
            publishedOn
            checksum
          }
        }
        visit
        groups {
          group {
            code
            label
            short
          }
          instrument
          patients {
            value
            hidden
          }
          received {
            patients {
              value
              hidden
            }
            share {
              value
              lower
              upper
              hidden
              bound
            }
          }
          responders {
            value
            hidden
          }
          observed {
            value
            lower
            upper
            hidden
            bound
          }
          nonResponse {
            value
            lower
            upper
            hidden
            bound
          }
          carried {
            patients {
              value
              hidden
            }
            share {
              value
              lower
              upper
              hidden
              bound
            }
          }
        }
      }
    }
  }
`;
