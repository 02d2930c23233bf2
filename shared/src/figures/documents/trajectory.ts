/** The question of the trajectory figure, whole and plain, so that tools can read it as it stands. */
export const trajectoryDocument = /* GraphQL */ `
  query TrajectoryFigure($release: ID!, $where: CohortInput, $outcome: OutcomeInput!, $by: Dimension) {
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
      trajectory(outcome: $outcome, by: $by) {
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
        unit
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
          visits {
            visit
            scores {
              value
              hidden
            }
            mean {
              value
              lower
              upper
              hidden
              bound
            }
            change {
              value
              lower
              upper
              hidden
              bound
            }
            categories {
              category
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
  }
`;
